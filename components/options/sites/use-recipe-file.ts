import { useRef, useState } from 'preact/hooks';
import type { Recipes } from '../../../lib/site-rules/recipes/recipe.ts';
import {
  type ImportProgress,
  importSteps,
  MAX_FILE,
  type RecipeError,
  type RecipesResult,
} from '../../../lib/site-rules/recipes/recipes.ts';
import { nextTask } from '../../hooks/next-task.ts';

/** The recipes of a file, or why they cannot be imported. */
export type ReadFile = RecipesResult | { readonly ok: false; readonly errors: 'unreadable' };

/** How long a file is checked without a pause, in milliseconds, so that the page can draw and be clicked. */
const TASK_MS = 16;

/**
 * The file that was chosen last, until `discard` is called, and how far its check has come. `onRead` is
 * called with the recipes of a valid one.
 */
export function useRecipeFile(onRead: (recipes: Recipes) => void) {
  const [file, setFile] = useState<ReadFile>();
  const [progress, setProgress] = useState<ImportProgress>();
  const reading = useRef<AbortController>(undefined);
  const discard = () => {
    reading.current?.abort();
    setProgress(undefined);
    setFile(undefined);
  };
  const open = async (chosen: File) => {
    discard();
    reading.current = new AbortController();
    const { signal } = reading.current;
    const result = await readFile(chosen, setProgress, signal);
    if (!result || signal.aborted) return;
    setProgress(undefined);
    setFile(result);
    if (result.ok) onRead(result.recipes);
  };
  const errors: readonly RecipeError[] | 'unreadable' = file && !file.ok ? file.errors : [];
  return { recipes: file?.ok ? file.recipes : undefined, errors, progress, open, discard };
}

type Show = (progress: ImportProgress) => void;

/** Reads a file, unless it is far too large. Undefined if the person has cancelled it. */
async function readFile(file: File, show: Show, signal: AbortSignal): Promise<ReadFile | undefined> {
  // A UTF-16 unit has at most three bytes in UTF-8.
  if (file.size > 3 * MAX_FILE) return { ok: false, errors: [{ code: 'too_long' }] };
  const text = await file.text().catch(() => undefined);
  return text === undefined ? { ok: false, errors: 'unreadable' } : checkFile(text, show, signal);
}

/** Checks the entries of a file with pauses. */
async function checkFile(text: string, show: Show, signal: AbortSignal): Promise<ReadFile | undefined> {
  const steps = importSteps(text);
  for (let start = performance.now(); !signal.aborted; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < TASK_MS) continue;
    show(value);
    await nextTask();
    start = performance.now();
  }
  return undefined;
}
