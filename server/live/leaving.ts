/** What a socket hears no more. */
import { type LiveSocket, presentRoom, type Topic, typingRoom } from "./kinds.ts";

/** Nobody is shown to this socket there, and it shows nobody. */
export function hide(socket: LiveSocket, topic: Topic): void {
  if (topic.kind !== "thread") return;
  for (const room of [typingRoom(topic.id), presentRoom(topic.id)]) {
    if (socket.rooms.has(room)) socket.leave(room);
  }
}

/** `told`: not by its own wish; it is told that it hears nothing more there, and nothing of why. */
export function leave(socket: LiveSocket, topic: Topic, how: "asked" | "told"): void {
  socket.data.topics.delete(topic.name);
  hide(socket, topic);
  socket.leave(topic.room);
  if (how === "told") socket.emit("left", { topic: topic.name });
}
