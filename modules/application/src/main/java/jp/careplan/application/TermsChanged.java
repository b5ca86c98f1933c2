package jp.careplan.application;

import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * New terms of use were published, or an office agreed to some; fired in the same transaction.
 *
 * @param office who agreed; empty when it concerns all
 */
public record TermsChanged(Optional<OfficeNumber> office) {}
