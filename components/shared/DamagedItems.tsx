import { useEffect, useState } from 'preact/hooks';
import { message } from '../../lib/i18n/message.ts';
import { damagedItems, onDamagedItems } from '../../lib/storage/damaged-items.ts';
import { ResetList } from './ResetList.tsx';

/** Reports the stored items of which this page could read only a part, and offers to reset each. */
export function DamagedItems() {
  const [items, setItems] = useState(damagedItems);
  useEffect(() => {
    const refresh = () => setItems(damagedItems());
    refresh();
    return onDamagedItems(refresh);
  }, []);
  if (items.length === 0) return null;
  return (
    <section class="broken" id="damaged" role="status">
      <p class="warning">{message('damaged')}</p>
      <ResetList items={items} />
    </section>
  );
}
