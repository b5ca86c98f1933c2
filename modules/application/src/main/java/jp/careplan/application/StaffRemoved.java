package jp.careplan.application;

import jp.careplan.kernel.UserId;

/** One of the staff was taken out (職員を外す); fired in the same transaction. */
public record StaffRemoved(UserId user) {}
