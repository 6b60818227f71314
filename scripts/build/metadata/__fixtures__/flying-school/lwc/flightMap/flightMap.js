import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { publish, MessageContext } from 'lightning/messageService';
import PLANE_CHOSEN from '@salesforce/messageChannel/Plane_Chosen__c';
import PICTURES from '@salesforce/resourceUrl/pictures';
import MAY_PLAN from '@salesforce/customPermission/Plan_Lessons';
import PLANE_NAME from '@salesforce/schema/Lesson__c.Plane__r.Name';
import PUPIL_PHONE from '@salesforce/schema/Contact.OtherPhone';
import freePlanes from '@salesforce/apex/PlaneFinder.freePlanes';
import title from '@salesforce/label/c.Flight_Map_Title';

export default class FlightMap extends NavigationMixin(LightningElement) {
  @api recordId;
  @api zoom;
  fields = [PLANE_NAME, PUPIL_PHONE];
  label = { title };
  background = `${PICTURES}/map.png`;
  mayPlan = MAY_PLAN;
  @wire(MessageContext) context;
  @wire(freePlanes, { lesson: '$recordId' }) planes;
  @wire(graphql, {
    query: gql`
      query flightMap($where: Lesson__c_Filter) {
        uiapi {
          query {
            Lesson__c(where: $where, first: 10, orderBy: { Plane__r: { Name: { order: ASC } } }) {
              edges {
                node {
                  Id
                  Day__c {
                    value
                    displayValue
                  }
                  Plane__r {
                    Photo__c {
                      value
                    }
                    Lessons__r(where: { and: [{ State__c: { eq: "Planned" } }] }) {
                      edges {
                        node {
                          Owner {
                            ... on User {
                              Email {
                                value
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    `,
  })
  lessons;

  handleChosen(event) {
    publish(this.context, PLANE_CHOSEN, { id: event.detail });
  }
}
