import { takeSnapshot } from '../../lib/content/detect/page-snapshot.ts';
import { reportFields } from '../../lib/content/detect/report.ts';
import { scorePage } from '../../lib/content/detect/score.ts';
import { findTargets } from '../../lib/content/detect/targets.ts';
import { attributeOf } from '../../lib/content/dom/native.ts';
import { isWritable } from '../../lib/content/dom/visibility.ts';
import { everyInput } from './every-input.ts';

/** The classifier's report on one page; fields go by their number. */
export interface PageReport {
  /** The fields that the command would fill. */
  readonly targets: readonly number[];
  readonly fields: readonly {
    readonly i: number;
    readonly role: string;
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
  /** The signals of every candidate, group by group. */
  readonly groups: readonly (readonly { readonly i: number; readonly signals: readonly string[] }[])[];
}

const frame = { document, elementNamed: () => null, openShadow: (element: Element) => element.shadowRoot };

/** Runs in a page and reports on its current state. */
function report(): PageReport {
  const numbers = new Map<Element, number>(
    everyInput(document, frame.openShadow).map((input, i) => [input, i]),
  );
  const numberOf = (field: Element) => numbers.get(field) ?? -1;
  return {
    // No script of the page runs, so that fields which are closed now stay closed.
    targets: findTargets(frame, null).fields.filter(isWritable).map(numberOf),
    fields: reportFields(frame).map(({ field, ...report }) => ({ i: numberOf(field), ...report })),
    groups: scorePage(takeSnapshot(frame)).map(({ candidates }) =>
      candidates.map(({ field, signals }) => ({ i: numberOf(field), signals: [...signals] })),
    ),
  };
}

function dropAutocomplete(): void {
  for (const element of document.querySelectorAll('[autocomplete]')) {
    if (attributeOf(element, 'autocomplete')) element.removeAttribute('autocomplete');
  }
}

Object.assign(globalThis, { passmintForms: { report, dropAutocomplete } });
