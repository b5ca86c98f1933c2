package jp.careplan.exchange;

/**
 * The content of a transmission goes, in the transaction in which this is fired: whatever else was
 * kept of what the files said goes with it.
 */
record ContentPurged(TransmissionId transmission) {}
