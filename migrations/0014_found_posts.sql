-- What is found on the board follows the thread and the board that it stands in, whoever changes them.
CREATE FUNCTION find_posts_of_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO post_work (kind, post_id)
    SELECT 'find', id FROM posts WHERE thread_id = NEW.id
      AND (number = 1 OR OLD.state <> NEW.state OR OLD.board_id <> NEW.board_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER find_posts AFTER UPDATE OF title, countries, state, board_id ON threads FOR EACH ROW
  WHEN ((OLD.title, OLD.countries, OLD.state, OLD.board_id) IS DISTINCT FROM (NEW.title, NEW.countries, NEW.state, NEW.board_id))
  EXECUTE FUNCTION find_posts_of_thread();
--> statement-breakpoint
CREATE FUNCTION find_posts_of_board() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO post_work (kind, post_id)
    SELECT 'find', p.id FROM posts p JOIN threads t ON t.id = p.thread_id WHERE t.board_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER find_posts AFTER UPDATE OF visibility ON boards FOR EACH ROW
  WHEN (OLD.visibility <> NEW.visibility) EXECUTE FUNCTION find_posts_of_board();
