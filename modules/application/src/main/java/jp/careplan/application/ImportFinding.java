package jp.careplan.application;

/**
 * 指摘 on the file of an import. Carries no value of the file.
 *
 * @param line 1 for the headings; 0 for the file as a whole
 * @param column 1 for the first; 0 for the line as a whole
 * @param columnName empty text for the line as a whole
 * @param code stable, read out on the telephone
 * @param what what is wrong
 * @param remedy what to do
 */
public record ImportFinding(
    long line, int column, String columnName, String code, String what, String remedy) {}
