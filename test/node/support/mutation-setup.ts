import fc from 'fast-check';

// For a mutant it counts that a test fails, not with how small a value. The same values for each mutant, so that two
// runs give the same figures; and one that makes no difference is not tried for longer than this.
fc.configureGlobal({ endOnFailure: true, seed: 20_261_122, plugins: [fc.interruptAfterTimeLimit(3000)] });
