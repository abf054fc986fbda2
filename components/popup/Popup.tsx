import { apiSettings } from '../../lib/storage/api-settings.ts';
import { clipboardSettings } from '../../lib/storage/clipboard-settings.ts';
import { chosenKind, kindOptions } from '../../lib/storage/kind-options.ts';
import { lastOutcome } from '../../lib/storage/last-outcome.ts';
import { pendingFill } from '../../lib/storage/pending-fill.ts';
import { pinHintShown } from '../../lib/storage/pin-hint.ts';
import { recentPasswords } from '../../lib/storage/recent-passwords.ts';
import { useModule } from '../hooks/use-module.ts';
import { Boundary } from '../shared/Boundary.tsx';
import { DamagedItems } from '../shared/DamagedItems.tsx';
import { KindControls } from '../shared/KindControls.tsx';
import { Actions } from './Actions.tsx';
import { ApiNotices } from './ApiNotices.tsx';
import { ForeignFrames } from './ForeignFrames.tsx';
import { InsecurePage } from './InsecurePage.tsx';
import { KindTabs } from './KindTabs.tsx';
import { LastFill } from './LastFill.tsx';
import { LastPassword } from './LastPassword.tsx';
import { Notices } from './Notices.tsx';
import { PageLine } from './PageLine.tsx';
import { PasswordOrError } from './PasswordOrError.tsx';
import { PinHint } from './PinHint.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { RegenerateToFit } from './RegenerateToFit.tsx';
import { UndoFill } from './UndoFill.tsx';
import { type PopupState, usePopup } from './use-popup.ts';
import './popup.css';

/** What the popup cannot do without. */
const ITEMS = [chosenKind, ...Object.values(kindOptions), apiSettings, clipboardSettings, lastOutcome];

/** The whole popup. */
export function Popup() {
  return (
    <Boundary items={ITEMS} header={<PopupHeader />}>
      <PopupBody />
    </Boundary>
  );
}

function PopupBody() {
  const popup = usePopup();
  const { kind, made, survey, rule, actions, notifyFill } = popup;
  if (!popup.isReady) return <PopupHeader />;
  return (
    <>
      <PopupHeader shown={made.shown} />
      <KindTabs kind={kind} selectKind={popup.selectKind} />
      <main>
        <PasswordOrError made={made} regenerate={made.regenerate} actions={actions} />
        <Actions made={made} survey={survey} actions={actions} waiting={popup.waiting} />
        <LastFill last={popup.lastFill} />
        <PageOrNotice popup={popup} />
        <ApiNotices made={made} />
        <RegenerateToFit made={made} rule={rule} survey={survey} fill={actions.fill} />
        <Controls popup={popup} />
      </main>
      <Boundary items={[recentPasswords]}>
        <LastPassword notify={popup.notify} />
      </Boundary>
      {/* These come last, so that nothing moves under the pointer when the survey of the page arrives. */}
      <InsecurePage survey={survey} />
      <UndoFill survey={survey} notify={notifyFill} />
      <Boundary items={[pendingFill]}>
        <ForeignFrames shown={made.shown} survey={survey} fill={actions.fill} />
      </Boundary>
      <Boundary items={[pinHintShown]}>
        <PinHint />
      </Boundary>
      <DamagedItems />
    </>
  );
}

/** A notice takes the place of the line about the page, so that nothing else moves; but a warning stays. */
function PageOrNotice({ popup: { notice, notify, offer, made, survey, rule } }: { popup: PopupState }) {
  const { shown } = made;
  return (
    <>
      {(notice || offer) && !shown?.notes?.unmet ? null : (
        <PageLine survey={survey} rule={rule} shown={shown} />
      )}
      <Notices notice={notice} offer={offer} notify={(next) => notify(next, shown?.password)} />
    </>
  );
}

/** Saving options reads and writes rules texts, which the popup needs for nothing else. */
const loadSaveRecipe = () => import('./SaveRecipe.tsx');

function Controls({ popup }: { popup: PopupState }) {
  const { kind, options, made, survey, rule, notify } = popup;
  const { SaveRecipe } = useModule(loadSaveRecipe) ?? {};
  return (
    <div class="controls">
      {options ? (
        <KindControls
          kind={kind}
          options={options}
          change={popup.setOptions}
          selectKind={popup.selectKind}
          unsupported={made.unsupported}
          footer={
            SaveRecipe && (
              <SaveRecipe host={survey?.host ?? ''} shown={made.shown} rule={rule} notify={notify} />
            )
          }
        />
      ) : null}
    </div>
  );
}
