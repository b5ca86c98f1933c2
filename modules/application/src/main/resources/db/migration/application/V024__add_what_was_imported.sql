ALTER TABLE application_account ADD COLUMN imported_password BOOLEAN DEFAULT FALSE NOT NULL COMMENT 'whether the present password came from the claim system';
ALTER TABLE application_account ADD COLUMN imported_mail VARCHAR(254) DEFAULT '' NOT NULL COMMENT 'security mail as the claim system last had it';
