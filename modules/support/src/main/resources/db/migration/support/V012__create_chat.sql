CREATE TABLE support_chat (
  id         CHAR(64) ${ascii} NOT NULL COMMENT 'SHA-256 of what the browser holds',
  content    LONGBLOB NOT NULL COMMENT 'sealed JSON; what people typed is masked in it',
  touched_at DATETIME(6) NOT NULL COMMENT 'UTC',
  version    BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX support_chat_touched ON support_chat (touched_at);
