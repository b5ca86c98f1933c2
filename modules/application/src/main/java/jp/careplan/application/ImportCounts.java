package jp.careplan.application;

/**
 * What an import does, or did.
 *
 * @param rows accounts in the file
 * @param opened accounts that are new, or opened again
 * @param changed accounts or offices of which something is otherwise
 * @param unchanged accounts of which the file says nothing new
 * @param vanished imported accounts of the file's prefectures that are not in the file
 * @param closed how many of those were closed
 */
public record ImportCounts(
    int rows, int opened, int changed, int unchanged, int vanished, int closed) {}
