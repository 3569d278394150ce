package dev.parley.platform.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;

/** A function that the binder calls with what one poll brought. Made by {@link BatchListeners}. */
public interface BatchListener extends Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {}
