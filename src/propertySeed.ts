import fc from 'fast-check';

/**
 * Property tests take the same random values in every run, so that a run says of a change alone whether it is sound.
 * `npm run fuzz` sets FUZZ_RUNS and takes new values each time.
 */
if (process.env['FUZZ_RUNS'] === undefined) fc.configureGlobal({ seed: 20_261_127 });
