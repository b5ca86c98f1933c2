/**
 * ライセンス: may this office send today.
 *
 * <p>Doors: {@link jp.careplan.licensing.Entitlement} (asked by the exchange at each send) and
 * {@link jp.careplan.licensing.Licensing} (grants and ends licences).
 */
@NullMarked
package jp.careplan.licensing;

import org.jspecify.annotations.NullMarked;
