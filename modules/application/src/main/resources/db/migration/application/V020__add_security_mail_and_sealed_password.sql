ALTER TABLE application_account ADD COLUMN security_mail VARCHAR(254) DEFAULT '' NOT NULL COMMENT 'empty: none';
ALTER TABLE application_account ADD COLUMN sealed_password VARBINARY(400) NULL COMMENT 'temporary password in the vault; then password_hash is empty';
ALTER TABLE application_account ADD COLUMN imported_at DATETIME(6) NULL COMMENT 'UTC; NULL when it did not come from the claim system';
ALTER TABLE application_account ADD COLUMN closed_at DATETIME(6) NULL COMMENT 'UTC; NULL while it may be used';
ALTER TABLE application_session ADD COLUMN began_at DATETIME(6) NULL COMMENT 'UTC; NULL for those older than the column';
