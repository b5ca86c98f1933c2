CREATE INDEX application_id_request_waiting ON application_id_request (status, id);
