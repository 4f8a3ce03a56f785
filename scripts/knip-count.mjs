/** A knip reporter that says how many files were read; knip's own reporters are silent when all is well. */
export default ({ counters }) => console.log(`files read: ${counters.processed}`);
