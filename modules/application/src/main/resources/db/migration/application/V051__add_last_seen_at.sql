ALTER TABLE application_terminal ADD COLUMN last_seen_at DATETIME(6) NULL COMMENT 'UTC, of its last sign-in';
