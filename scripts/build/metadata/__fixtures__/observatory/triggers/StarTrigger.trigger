trigger StarTrigger on Star__c(after insert, after update) {
  new StarEvents(Trigger.new).publish();
}
