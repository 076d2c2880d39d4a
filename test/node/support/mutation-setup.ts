import fc from 'fast-check';

// For a mutant it counts that a test fails, not with how small a value; and the same values for each mutant, so that two
// runs give the same figures.
fc.configureGlobal({ endOnFailure: true, seed: 20_261_122 });
