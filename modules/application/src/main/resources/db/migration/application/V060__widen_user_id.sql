-- A staff user's ID is the office's, a hyphen and a number.
ALTER TABLE application_account MODIFY COLUMN user_id VARCHAR(20) ${ascii} NOT NULL;
ALTER TABLE application_session MODIFY COLUMN user_id VARCHAR(20) ${ascii} NOT NULL;
ALTER TABLE application_password_reset MODIFY COLUMN user_id VARCHAR(20) ${ascii} NOT NULL COMMENT 'as asked for, whether there is such an account or not';
ALTER TABLE application_recovery_code MODIFY COLUMN user_id VARCHAR(20) ${ascii} NOT NULL;
ALTER TABLE application_consent MODIFY COLUMN user_id VARCHAR(20) ${ascii} NOT NULL;
