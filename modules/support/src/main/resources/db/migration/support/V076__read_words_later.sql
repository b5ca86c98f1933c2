ALTER TABLE support_text_file ADD read_after DATETIME(6) NULL COMMENT 'UTC; when a node may read the words of a PDF; NULL: they were read, or there are none';
ALTER TABLE support_text_file ADD tries INT DEFAULT 0 NOT NULL COMMENT 'how often a node began to read them';
CREATE INDEX support_text_file_unread ON support_text_file (read_after);
