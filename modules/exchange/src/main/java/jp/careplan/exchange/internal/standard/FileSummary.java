package jp.careplan.exchange.internal.standard;

/**
 * One file of a unit.
 *
 * @param recordType {@code UPPLAN}; empty where the name tells none
 * @param typeName 第6表（サービス利用票）予定; empty where the name tells none
 * @param records how many records it has; 0 for an image
 */
public record FileSummary(String name, String recordType, String typeName, int records) {}
