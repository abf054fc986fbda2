/** Whether a value is an object with members by name. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Browsers throw for the id of a tab below 0. */
const isTab = (request: unknown) =>
  isRecord(request) && Number.isSafeInteger(request.tabId) && Number(request.tabId) >= 0;

/** Longer than any id, salt, digest or text of an option. */
const MAX_TEXT = 1000;
const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_TEXT;

const isOptionalText = (value: unknown) => value === undefined || isText(value);

/** Whether it has the members that every reader uses. What they hold is checked where it is used. */
function isPortableRule(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.rule) || !isOptionalText(value.pattern)) return false;
  const { allowed, required } = value.rule;
  return isText(allowed) && Array.isArray(required) && Array.isArray(value.reasons);
}

function isApiRequest(request: unknown): boolean {
  if (!isRecord(request) || !isRecord(request.options)) return false;
  const { options, rule, incognito } = request;
  const flags = [options.uppercase, options.lowercase, options.numbers, options.symbols];
  return (
    Number.isSafeInteger(options.length) &&
    flags.every((flag) => typeof flag === 'boolean') &&
    isText(options.exclude) &&
    (rule === undefined || rule === null || isPortableRule(rule)) &&
    ['undefined', 'boolean'].includes(typeof incognito)
  );
}

function isFill(request: unknown): boolean {
  if (!isRecord(request) || !isTab(request) || !isText(request.entryId) || !isRecord(request.frame))
    return false;
  const { frameId, documentId, origin } = request.frame;
  return Number.isSafeInteger(frameId) && isOptionalText(documentId) && isText(origin);
}

/** Longer than any service, key or passphrase. */
const MAX_LONG_TEXT = 5000;
const isLongText = (value: unknown) => typeof value === 'string' && value.length <= MAX_LONG_TEXT;

const isService = (request: unknown) => isRecord(request) && isLongText(request.service);

function isSaveKey(request: unknown): boolean {
  if (!isRecord(request) || !isService(request) || !isLongText(request.key)) return false;
  const { keeping, passphrase } = request;
  return (
    ['session', 'passphrase', 'device'].includes(String(keeping)) &&
    (keeping === 'passphrase' ? isLongText(passphrase) : true)
  );
}

/** Whether a value is a request of each message. */
export const REQUEST_GUARDS = {
  'popup-to-background:survey': isTab,
  'popup-to-background:fill': isFill,
  'popup-to-background:guard-pending': isRecord,
  'popup-to-background:fill-granted': isRecord,
  'popup-to-background:undo': isTab,
  'popup-to-background:make-by-api': isApiRequest,
  'popup-to-background:cancel-api': isRecord,
  'options-to-background:test-api': isRecord,
  'options-to-background:save-key': isSaveKey,
  'options-to-background:unlock-key': (request: unknown) =>
    isRecord(request) && isService(request) && isLongText(request.passphrase),
  'options-to-background:lock-key': isService,
  'options-to-background:delete-key': isService,
  'background-to-offscreen:clear-clipboard': (request: unknown) =>
    isRecord(request) && isText(request.salt) && isText(request.digest),
} as const;
