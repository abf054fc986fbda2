import type { FirefoxWindow } from '../../../scripts/browsers/firefox-window.ts';

/**
 * Notes errors as they come, in Firefox's own window. Exceptions of every process reach the window's console
 * service; `console.error` stays in the process that called it, so a script in each process passes it on.
 */
export async function watchProblems(window: FirefoxWindow): Promise<void> {
  await window.run(`
    const problems = (globalThis.passmintProblems = []);
    // Firefox's own word for a popup that was closed before its question was answered: nobody is left to hear it.
    const closed = /^Promise (resolved after context unloaded|rejected after context unloaded: Actor 'Conduits' destroyed)/;
    const ours = (url) => /^(moz-extension|https?|file|data|blob):/.test(url);
    Services.console.registerListener({
      observe(message) {
        if (!(message instanceof Ci.nsIScriptError) || !ours(message.sourceName)) return;
        const isError = (message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag)) === 0;
        if (isError && !closed.test(message.errorMessage)) problems.push(message.sourceName + ': ' + message.errorMessage);
      },
    });
    const script = '(' + function () {
      const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
      storage.addLogEventListener((event) => {
        const { level, filename, innerID, chromeContext, arguments: args } = event.wrappedJSObject ?? event;
        if ((level !== 'error' && level !== 'assert') || chromeContext || /^(chrome|resource):/.test(filename)) return;
        const where = WindowGlobalChild.getByInnerWindowId(innerID)?.browsingContext?.window?.location.href ?? filename;
        const shown = Array.from(args, (arg) => { try { return String(arg?.message ?? arg); } catch { return '?'; } });
        sendAsyncMessage('passmint:console', where + ': console.' + level + ': ' + shown.join(' '));
      }, Services.scriptSecurityManager.getSystemPrincipal());
    } + ')()';
    Services.ppmm.addMessageListener('passmint:console', (message) => problems.push(message.data));
    Services.ppmm.loadProcessScript('data:,' + encodeURIComponent(script), true);`);
}

/** The errors so far. */
export function readProblems(window: FirefoxWindow): Promise<string[]> {
  return window.run('return globalThis.passmintProblems');
}
