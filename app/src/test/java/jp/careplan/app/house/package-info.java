/** The whole house as its users meet it: real server processes, a real database, real TLS. */
@NullMarked
package jp.careplan.app.house;

import org.jspecify.annotations.NullMarked;
