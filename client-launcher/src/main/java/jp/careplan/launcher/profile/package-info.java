/**
 * What the launcher keeps on the PC: profiles, the office's certificate, and where secrets come
 * from.
 */
@NullMarked
package jp.careplan.launcher.profile;

import org.jspecify.annotations.NullMarked;
