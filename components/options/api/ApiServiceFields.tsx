import { type MessageKey, message } from '../../../lib/i18n/message.ts';
import {
  type ApiParameter,
  type ApiSettings,
  apiService,
  PRESET_CHOICES,
} from '../../../lib/storage/api-settings.ts';
import { TextField } from '../TextField.tsx';

interface ApiServiceFieldsProps {
  settings: ApiSettings;
  set: (part: Partial<ApiSettings>) => void;
}

/** The labels of presets; `undefined` for those that have a brand name. */
const LABELS: Readonly<Record<ApiSettings['preset'], MessageKey | undefined>> = {
  tinyfn: undefined,
  'api-ninjas': undefined,
  requiems: undefined,
  'self-hosted': 'options_api_preset_self_hosted',
  custom: 'options_api_preset_custom',
};

function labelOf(id: ApiSettings['preset'], name: string): string {
  const label = LABELS[id];
  return label ? message(label) : name;
}

/** The service and its address. */
export function ApiServiceFields({ settings, set }: ApiServiceFieldsProps) {
  const { base } = apiService(settings);
  const { preset, baseUrls } = settings;
  const usual = PRESET_CHOICES.find(({ id }) => id === preset)?.baseUrl ?? '';
  return (
    <>
      <label class="number">
        {message('options_api_preset')}
        <select
          id="api-preset"
          value={preset}
          onChange={(event) => set({ preset: event.currentTarget.value as ApiSettings['preset'] })}
        >
          {PRESET_CHOICES.map(({ id, name }) => (
            <option key={id} value={id}>
              {labelOf(id, name)}
            </option>
          ))}
        </select>
      </label>
      <TextField
        id="api-base-url"
        label={message('options_api_base_url')}
        value={baseUrls[preset]}
        placeholder={usual}
        problem={base.ok ? undefined : message(`options_url_${base.code}`)}
        whole
        change={(baseUrl) => set({ baseUrls: { ...baseUrls, [preset]: baseUrl } })}
      />
      {preset === 'custom' ? <CustomFields settings={settings} set={set} /> : null}
    </>
  );
}

/** The names that a server of any other kind uses in its requests and responses. */
function CustomFields({ settings, set }: ApiServiceFieldsProps) {
  const { custom } = settings;
  const change = (part: Partial<ApiSettings['custom']>) => set({ custom: { ...custom, ...part } });
  return (
    <>
      <TextField
        label={message('options_api_path')}
        value={custom.path}
        whole
        change={(path) => change({ path })}
      />
      <TextField
        label={message('options_api_header')}
        value={custom.keyHeader}
        whole
        change={(keyHeader) => change({ keyHeader })}
      />
      <TextField
        label={message('options_api_reply_field')}
        value={custom.replyField}
        whole
        change={(replyField) => change({ replyField })}
      />
      {(Object.keys(custom.parameters) as ApiParameter[]).map((name) => (
        <TextField
          key={name}
          label={message('options_api_parameter', message(`option_${name}`))}
          value={custom.parameters[name] ?? ''}
          whole
          change={(text) => change({ parameters: { ...custom.parameters, [name]: text } })}
        />
      ))}
    </>
  );
}
