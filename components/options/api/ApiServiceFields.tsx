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

/** The names of presets that have no proper name. */
const NAMES: Record<string, MessageKey> = {
  'self-hosted': 'options_api_preset_self_hosted',
  custom: 'options_api_preset_custom',
};

/** Which server is asked, and where it is. */
export function ApiServiceFields({ settings, set }: ApiServiceFieldsProps) {
  const { base } = apiService(settings);
  const proposed = PRESET_CHOICES.find(({ id }) => id === settings.preset)?.baseUrl ?? '';
  return (
    <>
      <label class="number">
        {message('options_api_preset')}
        <select
          id="api-preset"
          value={settings.preset}
          onChange={(event) =>
            set({ preset: event.currentTarget.value as ApiSettings['preset'], baseUrl: '' })
          }
        >
          {PRESET_CHOICES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name || message(NAMES[id] ?? 'options_api_preset_custom')}
            </option>
          ))}
        </select>
      </label>
      <TextField
        id="api-base-url"
        label={message('options_api_base_url')}
        value={settings.baseUrl}
        placeholder={proposed}
        problem={base.ok ? undefined : message(`options_url_${base.code}`)}
        change={(baseUrl) => set({ baseUrl })}
      />
      {settings.preset === 'custom' ? <CustomFields settings={settings} set={set} /> : null}
    </>
  );
}

/** What a server of any other kind calls things. */
function CustomFields({ settings, set }: ApiServiceFieldsProps) {
  const { custom } = settings;
  const change = (part: Partial<ApiSettings['custom']>) => set({ custom: { ...custom, ...part } });
  return (
    <>
      <TextField
        label={message('options_api_path')}
        value={custom.path}
        change={(path) => change({ path })}
      />
      <TextField
        label={message('options_api_header')}
        value={custom.keyHeader}
        change={(keyHeader) => change({ keyHeader })}
      />
      <TextField
        label={message('options_api_reply_field')}
        value={custom.replyField}
        change={(replyField) => change({ replyField })}
      />
      {(Object.keys(custom.parameters) as ApiParameter[]).map((name) => (
        <TextField
          key={name}
          label={message('options_api_parameter', message(`option_${name}`))}
          value={custom.parameters[name] ?? ''}
          change={(text) => change({ parameters: { ...custom.parameters, [name]: text } })}
        />
      ))}
    </>
  );
}
