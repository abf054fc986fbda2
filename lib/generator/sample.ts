import { countWays, type WaysTable } from './count.ts';
import type { Policy } from './policy.ts';
import { type RandomSource, uniformBelow } from './random.ts';

/** A password drawn from a policy, and how many it was drawn from. */
export interface Sample {
  readonly password: string;
  readonly count: bigint;
}

/**
 * Draws one of the policy's passwords, each equally likely: one uniform number below their count, read as the
 * password of that rank. The policy must admit at least one.
 */
export function samplePassword(policy: Policy, random: RandomSource): Sample {
  const ways = countWays(policy);
  const count = ways[policy.length]?.at(-1) ?? 0n;
  return { password: passwordOfRank(policy, ways, uniformBelow(count, random)), count };
}

/** The password that has `rank` others before it, when they are ordered by class and character at each place. */
function passwordOfRank({ length, classes }: Policy, ways: WaysTable, rank: bigint): string {
  let needed = (1 << classes.length) - 1;
  let password = '';
  for (let rest = length - 1; rest >= 0; rest--) {
    for (const [i, characters] of classes.entries()) {
      const neededAfter = needed & ~(1 << i);
      const endings = ways[rest]?.[neededAfter] ?? 0n;
      const block = BigInt(characters.length) * endings;
      if (rank >= block) {
        rank -= block;
        continue;
      }
      const index = rank / endings;
      rank -= index * endings;
      password += characters[Number(index)];
      needed = neededAfter;
      break;
    }
  }
  return password;
}
