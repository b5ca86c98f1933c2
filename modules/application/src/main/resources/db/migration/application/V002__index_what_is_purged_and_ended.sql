CREATE INDEX application_sign_in_failure_next_try ON application_sign_in_failure (next_try_at);
CREATE INDEX application_session_user ON application_session (user_id);
