package jp.careplan.exchange;

import jp.careplan.kernel.OfficeNumber;

/** Something new stands in an office's event list; a hint, the list is the truth. */
public record MailboxChanged(OfficeNumber office) {}
