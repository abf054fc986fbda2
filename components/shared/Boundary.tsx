import { Component, type ComponentChildren } from 'preact';
import { message } from '../../lib/i18n/message.ts';
import { type ResettableItem, StorageFailure } from '../../lib/storage/damaged-items.ts';
import { ResetList } from './ResetList.tsx';

interface BoundaryProps {
  /** The stored items that the children show. */
  items: readonly ResettableItem[];
  /** Stays above the report in place of the children. */
  header?: ComponentChildren;
  children: ComponentChildren;
}

interface BoundaryState {
  readonly failure?: { readonly error: unknown } | undefined;
}

/**
 * Stands in for its children if they cannot be shown. It names the stored item that the browser cannot read,
 * or, after an error of rendering, every item that the children show, and resets one alone.
 */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  static override getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } };
  }

  override render({ items, header, children }: BoundaryProps, { failure }: BoundaryState) {
    if (!failure) return children;
    const { error } = failure;
    const retry = () => this.setState({ failure: undefined });
    return (
      <>
        {header}
        <section class="broken" role="alert">
          <p class="warning">{message('broken')}</p>
          <ResetList items={error instanceof StorageFailure ? [error.item] : items} done={retry} />
          <button type="button" class="button" id="retry" onClick={retry}>
            {message('broken_retry')}
          </button>
        </section>
      </>
    );
  }
}
