ALTER TABLE kernel_audit_entry ADD COLUMN reason VARCHAR(500) DEFAULT '' NOT NULL COMMENT 'why an operator did it; empty where nobody is asked';
CREATE INDEX kernel_audit_entry_time ON kernel_audit_entry (occurred_at, id);
CREATE INDEX kernel_audit_entry_office ON kernel_audit_entry (office, occurred_at, id);
CREATE INDEX kernel_audit_entry_actor ON kernel_audit_entry (actor, occurred_at, id);
