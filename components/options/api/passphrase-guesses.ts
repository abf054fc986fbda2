import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How many guesses an attacker needs for a passphrase who knows common passwords, words and patterns. */
export const guessesOf = (passphrase: string): number => estimator.check(passphrase).guesses;
