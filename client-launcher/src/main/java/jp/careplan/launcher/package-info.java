/**
 * 連携クライアント: the office's starter on its own PC, as a command and as a small window. It speaks the
 * exchange's API and shares no code with the server.
 */
@NullMarked
package jp.careplan.launcher;

import org.jspecify.annotations.NullMarked;
