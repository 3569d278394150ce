/** The AsyncAPI document, made from the declaration of topics. */
@NullMarked
package dev.parley.contracts.asyncapi;

import org.jspecify.annotations.NullMarked;
