package jp.careplan.licensing;

/**
 * What one period costs.
 *
 * @param yen tax included
 * @param campaign name of the campaign that made it free; empty text when none did
 */
record Price(int yen, String campaign) {}
