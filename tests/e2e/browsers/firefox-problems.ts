import type { FirefoxWindow } from '../../../scripts/browsers/firefox-window.ts';

/**
 * Records errors as they occur, in Firefox's own window. Exceptions of every process reach the window's
 * console service. `console.error` stays in the process that called it, so a script in each process forwards
 * it.
 */
export async function watchProblems(window: FirefoxWindow): Promise<void> {
  await window.run(`
    const problems = (globalThis.passmintProblems = []);
    // Firefox reports this when a popup closes before it gets a reply. It is harmless, because nothing waits
    // for the reply any more.
    const closed = /^Promise (resolved after context unloaded|rejected after context unloaded: Actor 'Conduits' destroyed)/;
    const isPage = (url) => /^(moz-extension|https?|file|data|blob):/.test(url);
    Services.console.registerListener({
      observe(message) {
        if (!(message instanceof Ci.nsIScriptError) || !isPage(message.sourceName)) return;
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
    Services.ppmm.loadProcessScript('data:;charset=utf-8,' + encodeURIComponent(script), true);`);
}

/** The errors so far. */
export function readProblems(window: FirefoxWindow): Promise<string[]> {
  return window.run('return globalThis.passmintProblems');
}
