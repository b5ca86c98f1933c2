-- 試験用の事業所: offices that makers of care software try things with.
CREATE TABLE exchange_sandbox_office (
  office  CHAR(10) ${ascii} NOT NULL,
  note    VARCHAR(200) NOT NULL COMMENT 'for whom; operators alone see it',
  made_at DATETIME(6) NOT NULL COMMENT 'UTC',
  made_by VARCHAR(80) ${ascii} NOT NULL,
  plans   INT NOT NULL COMMENT 'how many plans the practice partner has sent to it',
  version BIGINT NOT NULL,
  PRIMARY KEY (office)
);
