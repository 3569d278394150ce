/** What will run: services, replicas, ports, addresses, environment and command lines. Pure but for asking which ports are free. */
@NullMarked
package dev.parley.local.plan;

import org.jspecify.annotations.NullMarked;
