import { useState } from 'preact/hooks';
import { describeReset } from '../../lib/i18n/describe-reset.ts';
import { message } from '../../lib/i18n/message.ts';
import type { ResettableItem } from '../../lib/storage/damaged-items.ts';
import './reset-list.css';

interface ResetListProps {
  items: readonly ResettableItem[];
  /** Called after an item has been reset. */
  done?: () => void;
}

/** Stored items, each with what its reset deletes and a button that resets it alone. */
export function ResetList({ items, done }: ResetListProps) {
  return (
    <ul class="resets">
      {items.map((item) => (
        <ResetRow key={item.key} item={item} done={done} />
      ))}
    </ul>
  );
}

function ResetRow({ item, done }: { item: ResettableItem; done: (() => void) | undefined }) {
  const [failed, setFailed] = useState(false);
  const id = `reset-${item.key}`;
  const reset = () => item.reset().then(done, () => setFailed(true));
  return (
    <li>
      <span id={`${id}-loss`} role={failed ? 'alert' : undefined}>
        {failed ? message('storage_failed') : describeReset(item.key)}
      </span>
      <button type="button" class="link" id={id} aria-describedby={`${id}-loss`} onClick={() => void reset()}>
        {message('reset')}
      </button>
    </li>
  );
}
