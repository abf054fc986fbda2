// jsdom comes without types. This is the part that page-labels.ts uses.
declare module 'jsdom' {
  export class JSDOM {
    readonly window: Window & typeof globalThis;
  }
}
