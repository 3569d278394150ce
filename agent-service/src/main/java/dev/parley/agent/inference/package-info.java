/**
 * Models of Replicate, RunPod and Modal, run as jobs of kind {@code inference}: begun once at the provider, looked at with
 * growing pauses in which no worker is held, and cancelled there when nobody wants them any more. Owns prediction.
 */
@NullMarked
package dev.parley.agent.inference;

import org.jspecify.annotations.NullMarked;
