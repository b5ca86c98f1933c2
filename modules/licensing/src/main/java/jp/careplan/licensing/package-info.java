/**
 * ライセンス: may this office send today.
 *
 * <p>Doors: {@link jp.careplan.licensing.Entitlement} (asked by the exchange at each send) and
 * {@link jp.careplan.licensing.Licensing} (begins, renews and stops licences), {@link
 * jp.careplan.licensing.FeeSchedule} (what a year costs), {@link jp.careplan.licensing.LicenseDesk}
 * (both for operators). Event: {@link jp.careplan.licensing.LicenseBegan}, a chargeable period.
 */
@NullMarked
package jp.careplan.licensing;

import org.jspecify.annotations.NullMarked;
