CREATE TABLE kernel_mail (
  id          CHAR(36) ${ascii} NOT NULL,
  queued_at   DATETIME(6) NOT NULL COMMENT 'UTC',
  next_try_at DATETIME(6) NOT NULL COMMENT 'UTC',
  tries       INT NOT NULL,
  sealed      LONGBLOB NOT NULL COMMENT 'address, subject and text; empty once given up',
  given_up_at DATETIME(6) NULL COMMENT 'UTC',
  reason      VARCHAR(200) NOT NULL COMMENT 'what the mail server said last, without address',
  version     BIGINT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX kernel_mail_due ON kernel_mail (given_up_at, next_try_at);
