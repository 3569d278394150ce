package dev.parley.agent.catalog;

import dev.parley.agent.assistant.Assistants;
import dev.parley.agent.model.Models;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.Tools;
import dev.parley.agent.tool.ToolsChanged;
import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.time.IdSource;
import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says what there is, when this release is ready to deliver it, and whenever there are other tools. */
@Component
final class CatalogPublication {
    private final Tools tools;
    private final Models models;
    private final Assistants assistants;
    private final EventProducer producer;
    private final IdSource ids;
    private final Clock clock;

    CatalogPublication(
            Tools tools, Models models, Assistants assistants, EventProducer producer, IdSource ids, Clock clock) {
        this.tools = tools;
        this.models = models;
        this.assistants = assistants;
        this.producer = producer;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws dev.parley.platform.messaging.SendFailed stops the start: nobody would know of this release */
    @EventListener({ApplicationReadyEvent.class, ToolsChanged.class})
    void publish() {
        var catalog = new AgentCatalog(
                tools.all().stream().map(ToolDescription::toolId).toList(),
                models.offers(),
                models.defaultName(),
                clock.instant(),
                assistants.ids());
        producer.sendAndAwait(Outgoing.of(Topic.AGENT_CATALOG, AgentCatalog.KEY, ids.next(), catalog));
    }
}
