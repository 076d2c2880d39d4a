/** Fails when a package that users get with ciam-login has a licence that asks more of them than ours does. */
import { report } from './files.js';
import { listProductionPackages } from './production-packages.js';

const ALLOWED = ['MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'Apache-2.0', '0BSD'];

const packages = listProductionPackages();
report(
  packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(
      ({ name, version, licence }) =>
        `${name} ${version}: ${licence || 'no licence'} is not one of ${ALLOWED.join(', ')}`,
    ),
  `${packages.length} packages, all under ${ALLOWED.join(', ')}`,
);

/** "A OR B" leaves us the choice; of anything more complicated we make no guess. */
function isAllowed(licence: string): boolean {
  return licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((name) => ALLOWED.includes(name));
}
