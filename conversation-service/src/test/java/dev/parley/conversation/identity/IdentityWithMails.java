package dev.parley.conversation.identity;

import dev.parley.testing.backing.BackingServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** One service for all tests of accounts, with an administrator, a mail server and another issuer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "parley.conversation.stream.enabled=false",
            "ADMIN_EMAIL=root@example.com",
            "ADMIN_PASSWORD=" + People.PASSWORD,
            "parley.conversation.identity.key-notice=0s",
            "parley.conversation.export.chunk-size=64KB",
            "parley.conversation.export.max-size=1MB",
            "parley.conversation.takeout.services.agent-service=",
            "parley.conversation.takeout.services.chat-service="
        })
@ContextConfiguration(initializers = {PostOffice.class, OtherProvider.class})
@interface IdentityWithMails {}
