// The people of the fictional businesses: the n-th one works for the n-th business, in the demo as in the files about it.
import { providerKey } from '../import/source/provider-key.ts';
import names from './names.json' with { type: 'json' };
import { seededRandom } from './random.ts';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
}

export function person(index: number): Person {
  const random = seededRandom(index * 13 + 210_000);
  const lastName = random.pick(names.families);
  const firstName = random.pick(names.firstNames);
  return {
    firstName,
    lastName,
    email: `${providerKey(`${firstName} ${lastName}`)}.${index}@bedrijf.example`,
    phone: `+31 6 ${String(10_000_000 + random.whole(0, 89_999_999))}`,
    title: random.pick(['Eigenaar', 'Directeur', 'Office manager', 'Inkoper']),
  };
}
