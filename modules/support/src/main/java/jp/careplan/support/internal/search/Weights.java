package jp.careplan.support.internal.search;

/**
 * How much each way to find counts.
 *
 * @param title words of the title
 * @param all words of title and body together
 * @param letters pairs of letters of the title
 * @param bodyLetters pairs of letters of the body
 * @param sounds pairs of sounds of the title
 * @param asked how much of the query the whole document covers
 * @param titled how much of the query the title covers
 * @param back how much of the title the query covers
 */
record Weights(
    double title,
    double all,
    double letters,
    double bodyLetters,
    double sounds,
    double asked,
    double titled,
    double back) {
  static final Weights STANDARD = new Weights(0.5, 1.0, 0.25, 0.12, 0.2, 0.9, 0.3, 0.3);
}
