-- Each reply marks its thread as read: where its writer was told of nothing there, that costs one look into an index.
CREATE OR REPLACE FUNCTION read_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM notifications n
    WHERE n.person_id = NEW.person_id AND n.thread_id = NEW.thread_id AND n.read_at IS NULL) THEN
    RETURN NULL;
  END IF;
  UPDATE notifications n SET read_at = NEW.at FROM posts p
    WHERE n.person_id = NEW.person_id AND n.thread_id = NEW.thread_id AND n.read_at IS NULL
      AND p.id = n.post_id AND p.number <= NEW.number
      AND n.kind IN ('mention', 'quote', 'answer', 'reply', 'thread');
  RETURN NULL;
END $$;
